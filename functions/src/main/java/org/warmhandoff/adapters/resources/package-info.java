/** How each resource of the API is written as JSON: one writer for all the functions that answer with it. */
package org.warmhandoff.adapters.resources;
