/** The file: what is in it for certain, which indexes in it are complete, and whether there is room to write. */
@NullMarked
package org.ncsoversight.mongo.storage;

import org.jspecify.annotations.NullMarked;
