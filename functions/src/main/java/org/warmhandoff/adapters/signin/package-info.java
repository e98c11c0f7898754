/** Where members sign in: an Amazon Cognito user pool. */
package org.warmhandoff.adapters.signin;
