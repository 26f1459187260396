/** Does once for each build what makes every later start quick. */
@NullMarked
package org.ncsoversight.deploy.prepare;

import org.jspecify.annotations.NullMarked;
