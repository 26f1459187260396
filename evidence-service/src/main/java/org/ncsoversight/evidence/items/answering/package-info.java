/** Which criterion an item answers, and what is to be looked at again when the words of the Standard change. */
@NullMarked
package org.ncsoversight.evidence.items.answering;

import org.jspecify.annotations.NullMarked;
