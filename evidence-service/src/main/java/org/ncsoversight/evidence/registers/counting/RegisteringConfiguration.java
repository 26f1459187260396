package org.ncsoversight.evidence.registers.counting;

import org.ncsoversight.evidence.registers.model.Register;
import org.ncsoversight.evidence.registers.model.Registers;
import org.ncsoversight.evidence.registers.store.RegisterStore;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** Makes every register one that is counted. */
@Configuration
@Import(RegisteringConfiguration.EveryRegister.class)
class RegisteringConfiguration {

    /** A bean each, so that another can be added as data alone. */
    static final class EveryRegister implements BeanRegistrar {

        @Override
        public void register(BeanRegistry registry, Environment environment) {
            for (Register register : Registers.ALL) {
                registry.registerBean(
                        "counted-" + register.code(),
                        CountedRegister.class,
                        bean -> bean.supplier(
                                context -> new KeptRegister(register, context.bean(RegisterStore.class))));
            }
        }
    }
}
