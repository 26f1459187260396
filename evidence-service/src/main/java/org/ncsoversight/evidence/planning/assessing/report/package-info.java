/** The report of a self-assessment: gathered from what the platform knows, and written as JSON or a document. */
@NullMarked
package org.ncsoversight.evidence.planning.assessing.report;

import org.jspecify.annotations.NullMarked;
