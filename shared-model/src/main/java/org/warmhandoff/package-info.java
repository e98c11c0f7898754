/** Closed-loop referrals in social care. */
package org.warmhandoff;
