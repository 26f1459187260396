/** The few pages the gateway answers itself. */
@NullMarked
package org.ncsoversight.gateway.pages;

import org.jspecify.annotations.NullMarked;
