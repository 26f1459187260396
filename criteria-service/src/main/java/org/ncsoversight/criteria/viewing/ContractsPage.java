package org.ncsoversight.criteria.viewing;

import org.ncsoversight.criteria.security.Caller;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The contracts of every touchpoint, past, present and to come. */
@Controller
class ContractsPage {

    private final RegisterReader register;

    ContractsPage(RegisterReader register) {
        this.register = register;
    }

    @GetMapping("/contracts")
    String list(Caller caller, Model model) {
        model.addAttribute("contracts", register.rows(register.contracts(caller.visible()), caller.visible()));
        model.addAttribute("mayEdit", caller.mayEditRegister());
        return "viewing/contracts";
    }
}
