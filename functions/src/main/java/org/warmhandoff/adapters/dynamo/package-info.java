/** The one table: a small typed port over conditional writes and transactions, its keys, and one class per entity beside it. */
package org.warmhandoff.adapters.dynamo;
