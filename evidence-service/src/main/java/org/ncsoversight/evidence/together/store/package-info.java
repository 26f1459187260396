/** What people give each other to do, as ports. */
@NullMarked
package org.ncsoversight.evidence.together.store;

import org.jspecify.annotations.NullMarked;
