/** Keeps evidence, files and what was heard in MongoDB; the only package that knows it. */
@NullMarked
package org.ncsoversight.evidence.mongo;

import org.jspecify.annotations.NullMarked;
