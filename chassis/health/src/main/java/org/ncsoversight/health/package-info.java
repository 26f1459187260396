/** How a process tells what it can do just now: health for whoever asks, metrics for whoever may read them. */
@NullMarked
package org.ncsoversight.health;

import org.jspecify.annotations.NullMarked;
