/** What Lambda hands to functions that nobody calls over HTTP: records of the stream, of queues, of topics and of logs. */
package org.warmhandoff.adapters.events;
