/**
 * Reads {@code template.yaml} as the one map of the system: functions with their settings, what calls them, the table,
 * the queues. What the local system does not know how to honor stops the start: a property that is silently ignored here
 * would be a difference that nobody sees.
 */
package org.warmhandoff.local.template;
