/** The Java side of contracts/: what we put on the topic. */
@NullMarked
package org.ncsoversight.feedback.contract;

import org.jspecify.annotations.NullMarked;
