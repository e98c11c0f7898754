/** What providers tell afterwards: that a mail was delivered, came back or was unwanted, that a text failed. */
package org.warmhandoff.actions.deliveryevents;
