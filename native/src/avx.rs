//! What the JVM leaves in the vector registers.
//!
//! HotSpot's compiled code may leave the upper halves of AVX registers in use when it calls a native
//! function through the foreign function interface, and its stub does not clear them. Until they are
//! cleared, each SSE instruction waits for the upper half that it has to keep, and most of AWS-LC's
//! code for short messages, and all copying, is made of those: half of the speed (docs/adr/0009).

/// Clears them. A few cycles.
#[inline]
pub(crate) fn clear_upper_halves() {
    #[cfg(target_arch = "x86_64")]
    if std::is_x86_feature_detected!("avx") {
        // SAFETY: the processor knows the instruction. It changes nothing but halves of registers that
        // a called function may change, and all of those are declared.
        unsafe {
            std::arch::asm!(
                "vzeroupper",
                clobber_abi("C"),
                options(nomem, nostack, preserves_flags)
            );
        }
    }
}

#[cfg(all(test, target_arch = "x86_64"))]
mod tests {
    use std::arch::asm;

    use crate::panic;

    #[test]
    fn what_is_behind_the_boundary_finds_them_cleared() {
        if !std::is_x86_feature_detected!("avx") {
            return;
        }

        fill_an_upper_half();
        let before = upper_half();
        let behind = panic::value(u64::MAX, upper_half);

        assert_eq!((before, behind), (u64::MAX, 0));
    }

    fn fill_an_upper_half() {
        // SAFETY: the processor has AVX, and the register is declared.
        unsafe { asm!("vcmpps ymm15, ymm15, ymm15, 15", out("xmm15") _) }
    }

    fn upper_half() -> u64 {
        let half: u64;
        // SAFETY: the processor has AVX; one register is read and the other declared.
        unsafe {
            asm!("vextractf128 xmm14, ymm15, 1", "vmovq {}, xmm14", out(reg) half, out("xmm14") _);
        }
        half
    }
}
