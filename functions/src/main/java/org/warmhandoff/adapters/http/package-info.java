/** HTTP as API Gateway hands it over: requests in, responses out, and everything between that every route needs alike. */
package org.warmhandoff.adapters.http;
