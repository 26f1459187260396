/** Answers to repeated requests in MongoDB. */
@NullMarked
package org.ncsoversight.evidence.repeating.mongo;

import org.jspecify.annotations.NullMarked;
