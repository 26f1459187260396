/** Campaigns: one request to many providers, and what each of them answered; knows only the JDK. */
@NullMarked
package org.ncsoversight.evidence.model.campaign;

import org.jspecify.annotations.NullMarked;
