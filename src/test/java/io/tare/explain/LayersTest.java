package io.tare.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On stacks that perf really sampled on kernel 6.18, in the form that profile.sh folds them into. */
class LayersTest {
    @ParameterizedTest
    @CsvSource({
        "APPLICATION, tar;[user] 3",
        "COPY, http;entry_SYSCALL_64_after_hwframe;do_syscall_64;ksys_read;vfs_read;sock_read_iter;sock_recvmsg;tcp_recvmsg;tcp_recvmsg_locked;skb_copy_datagram_iter;__skb_datagram_iter;_copy_to_iter 3",
        "TCP, elsewhere;entry_SYSCALL_64_after_hwframe;do_syscall_64;__x64_sys_sendto;__sys_sendto;tcp_sendmsg;release_sock;__release_sock;tcp_v4_do_rcv;tcp_rcv_established 3",
        "TCP, load-0;net_rx_action;__napi_poll;process_backlog;__netif_receive_skb_one_core;ip_local_deliver_finish;ip_protocol_deliver_rcu;tcp_v4_rcv;_raw_spin_lock 3",
        "IP, load-0;tcp_sendmsg_locked;__tcp_push_pending_frames;tcp_write_xmit;__tcp_transmit_skb;__ip_queue_xmit;ip_output;ip_finish_output2 3",
        "NETFILTER, load-0;tcp_write_xmit;__tcp_transmit_skb;__ip_queue_xmit;ip_local_out;__ip_local_out;nf_hook_slow;ipt_do_table;__local_bh_enable_ip 3",
        "BUFFERS, elsewhere;__netif_receive_skb_one_core;ip_local_deliver_finish;tcp_v4_rcv;tcp_v4_do_rcv;tcp_rcv_established;tcp_ack;kmem_cache_free;put_cpu_partial 3",
        "SCHEDULER, iperf3;do_syscall_64;__x64_sys_sendto;finish_task_switch.isra.0 3",
        "OTHER, rm;entry;page_vma_mapped_walk 3",
    })
    void aSampleBelongsToTheInnermostFunctionThatNamesALayer(Layer layer, String stack) {
        assertThat(Layers.of(List.of(stack)).samples()).isEqualTo(Map.of(layer, 3L));
    }

    @ParameterizedTest
    @CsvSource({
        "VXLAN, vxlan_xmit_one",
        "VXLAN, udp_tunnel_xmit_skb",
        "VETH, veth_xmit",
        "BRIDGE, br_handle_frame",
        "NETFILTER, __nf_conntrack_find_get",
        "SEGMENTATION, skb_segment",
        "SEGMENTATION, udp4_gro_receive",
        "SEGMENTATION, tcp_gso_segment",
        "UDP, udp_sendmsg",
        "DRIVER, virtnet_poll",
        "DEVICE, __dev_queue_xmit",
        "IDLE, pv_native_safe_halt",
    })
    void theKernelsNamesTellTheLayer(Layer layer, String function) {
        assertThat(Layer.of(function)).contains(layer);
    }

    @Test
    void sharesAreOfBusyCpusAlone() {
        Layers layers = Layers.of(List.of(
                "swapper;cpu_startup_entry;do_idle;cpuidle_enter_state;pv_native_safe_halt 90",
                "swapper;cpu_startup_entry;do_idle;handle_softirqs;net_rx_action;veth_poll 1",
                "iperf3;do_syscall_64;tcp_sendmsg 3",
                "no count here"));
        assertThat(layers.total()).isEqualTo(4);
        assertThat(layers.share(Layer.TCP)).isCloseTo(75, within(0.01));
        assertThat(layers.share(Layer.VETH)).isCloseTo(25, within(0.01));
        assertThat(new Layers(Map.of()).share(Layer.TCP)).isZero();
    }
}
