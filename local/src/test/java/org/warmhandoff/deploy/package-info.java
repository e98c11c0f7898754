/** What must hold of the house, the zip, the template and the ways that it runs outside this machine. */
package org.warmhandoff.deploy;
