/** What texts say; and the adapter that sends them. */
package org.warmhandoff.adapters.sms;
