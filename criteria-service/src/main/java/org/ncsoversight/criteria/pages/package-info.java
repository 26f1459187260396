/** What the pages share: dates as people read and type them, and the errors beside a form's fields. */
@NullMarked
package org.ncsoversight.criteria.pages;

import org.jspecify.annotations.NullMarked;
