package org.ncsoversight.feedback.importing;

import org.ncsoversight.feedback.file.ResponsesFile;
import org.ncsoversight.feedback.model.ProviderRegister;
import org.ncsoversight.feedback.model.Questionnaire;

/** What it takes to make sense of a file. */
record Reading(ResponsesFile files, ProviderRegister register, Questionnaire questionnaire) {}
