/** What commands may hold in memory, all together and each, and how they are refused beyond it. */
@NullMarked
package org.ncsoversight.mongo.memory;

import org.jspecify.annotations.NullMarked;
