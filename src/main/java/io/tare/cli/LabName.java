package io.tare.cli;

import io.tare.lab.LabLock;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A lab's name on the command line. */
final class LabName implements ITypeConverter<String> {
    @Override
    public String convert(String given) {
        if (!LabLock.fits(given)) {
            throw new TypeConversionException(
                    "a lab's name has lower-case letters, digits and dashes, 31 at most; '%s' does not fit"
                            .formatted(given));
        }
        return given;
    }
}
