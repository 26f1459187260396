/** The wire protocol: how many clients may ask, how much of what they send is held, one command after the other each. */
@NullMarked
package org.ncsoversight.mongo.wire;

import org.jspecify.annotations.NullMarked;
