/** A small HTTP server: whole requests in, whole responses out, a virtual thread each. */
package org.warmhandoff.local.http;
