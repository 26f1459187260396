/** Pipelines that take documents one by one, and what their stages have to gather within the budget. */
@NullMarked
package org.ncsoversight.mongo.aggregation;

import org.jspecify.annotations.NullMarked;
