/**
 * The PDUs of the I/O channel: the share control header (MS-RDPBCGR 2.2.8.1.1.1.1) with Demand Active, Confirm Active, Deactivate All and
 * flow PDUs, and behind it the share data header (2.2.8.1.1.1.2) with everything from Synchronize to slow-path input. A PDU here begins
 * with its share control header; what carries it is the business of the mcs package.
 *
 * <p>Graphics and pointer updates of the slow path are written with {@link oriel.rdp.codec.share.ShareDataPdu#begin} and read as
 * {@link oriel.rdp.codec.share.ShareData.Other}; what is in them belongs to other packages.
 *
 * <p>Not done: bulk compression (MS-RDPBCGR 3.1.8), which Oriel never announces, so that compressed PDUs are malformed; and the error
 * PDUs of caches Oriel does not use, which survive as Other.
 */
@NullMarked
package oriel.rdp.codec.share;

import org.jspecify.annotations.NullMarked;
