/** Golden threads, improvement actions and self-assessment reports in MongoDB. */
@NullMarked
package org.ncsoversight.evidence.planning.mongo;

import org.jspecify.annotations.NullMarked;
