/** What we hear from criteria-service: who is a provider, and who delivers where and when. */
@NullMarked
package org.ncsoversight.feedback.providers;

import org.jspecify.annotations.NullMarked;
