/** The clock that everything in the local system goes by, and the traveler that moves it from one due instant to the next. */
package org.warmhandoff.local.clock;
