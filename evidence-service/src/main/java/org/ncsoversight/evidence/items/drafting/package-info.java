/** A provider prepares evidence step by step, alone or together, and submits it when it is ready. */
@NullMarked
package org.ncsoversight.evidence.items.drafting;

import org.jspecify.annotations.NullMarked;
