/** One-shot schedules that bring a message back at its time. */
package org.warmhandoff.adapters.schedule;
