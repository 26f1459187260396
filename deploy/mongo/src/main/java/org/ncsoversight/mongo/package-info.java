/** The MongoDB-compatible server of a machine without MongoDB: its data on disk, nothing acknowledged lost. */
@NullMarked
package org.ncsoversight.mongo;

import org.jspecify.annotations.NullMarked;
