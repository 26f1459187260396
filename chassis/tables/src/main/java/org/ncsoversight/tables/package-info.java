/** Tables that people send, checked before they are expanded. */
@NullMarked
package org.ncsoversight.tables;

import org.jspecify.annotations.NullMarked;
