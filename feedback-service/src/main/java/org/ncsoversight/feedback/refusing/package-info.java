/** How a refusal looks: problem details for machines, a page for people. */
@NullMarked
package org.ncsoversight.feedback.refusing;

import org.jspecify.annotations.NullMarked;
