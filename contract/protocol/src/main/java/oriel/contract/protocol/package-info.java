/** The SPI between the service and protocol providers. Floor 2; knows the desktop contract and nothing else of ours. */
@NullMarked
package oriel.contract.protocol;

import org.jspecify.annotations.NullMarked;
