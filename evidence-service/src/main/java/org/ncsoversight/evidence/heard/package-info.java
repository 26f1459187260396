/** How a record of another service becomes a message of ours, or a dead letter. */
@NullMarked
package org.ncsoversight.evidence.heard;

import org.jspecify.annotations.NullMarked;
