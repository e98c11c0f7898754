/** What emails say: subject, HTML and a text twin in the same order; and the adapter that sends them. */
package org.warmhandoff.adapters.mail;
