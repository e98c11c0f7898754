/** What people see who have no account: the pages behind the links, their words in two languages, and their one style. */
package org.warmhandoff.adapters.pages;
