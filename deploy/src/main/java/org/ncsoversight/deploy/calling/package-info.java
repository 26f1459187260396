/** The platform as its machine accounts call it: for demonstration data, whole-platform tests and benchmarks. */
@NullMarked
package org.ncsoversight.deploy.calling;

import org.jspecify.annotations.NullMarked;
