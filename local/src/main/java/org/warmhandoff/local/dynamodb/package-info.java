/** DynamoDB Local in this process, with the template's table; its stream, read for the functions that hang on it. */
package org.warmhandoff.local.dynamodb;
