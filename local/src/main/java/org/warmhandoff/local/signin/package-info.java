/** The local sign-in: an OpenID Connect issuer whose login page asks "who are you?" and believes the answer. */
package org.warmhandoff.local.signin;
