/** An item of evidence, its drafts, revisions, states and events; knows only the JDK. */
@NullMarked
package org.ncsoversight.evidence.items.model;

import org.jspecify.annotations.NullMarked;
