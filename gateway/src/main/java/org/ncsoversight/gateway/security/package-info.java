/** What holds for every request: who may come in, from where, and with which headers we answer. */
@NullMarked
package org.ncsoversight.gateway.security;

import org.jspecify.annotations.NullMarked;
