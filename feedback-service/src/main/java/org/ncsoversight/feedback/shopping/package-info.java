/** Recording a mystery shop and looking at it again. */
@NullMarked
package org.ncsoversight.feedback.shopping;

import org.jspecify.annotations.NullMarked;
