/** Manage Emails: what receiving staff may change from the footer of a referral email. */
package org.warmhandoff.actions.manageemails;
