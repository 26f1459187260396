package org.ncsoversight.outcomes.importing;

import org.ncsoversight.outcomes.file.ClaimsFile;
import org.ncsoversight.outcomes.model.ProviderRegister;
import org.ncsoversight.outcomes.pseudonymising.PseudonymKey;
import org.springframework.stereotype.Component;

/** What it takes to make sense of a file. */
@Component
record Reading(ClaimsFile files, ProviderRegister register, PseudonymKey key) {}
