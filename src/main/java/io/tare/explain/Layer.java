package io.tare.explain;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A part of the way that a packet takes, known by the names of the kernel's functions. Of two that fit the first counts.
 */
public enum Layer {
    APPLICATION("application", "\\[user\\]"),
    IDLE(
            "idle",
            "(pv_native_safe_halt|native_safe_halt|default_idle|cpuidle|do_idle|arch_cpu_idle|acpi_idle|acpi_processor|mwait_idle|intel_idle|poll_idle|cpu_idle_poll|cpu_startup_entry).*"),
    COPY(
            "copy",
            "_*(copy|csum_and_copy|csum_partial_copy|rep_movs|skb_copy|skb_datagram_iter|skb_do_copy)(_.*)?|copyin|copyout|memcpy.*|.*copy_(to|from)_.*"),
    SEGMENTATION(
            "segmentation",
            "_*(skb_(mac_)?(gso|gro|segment)|gro|napi_gro|dev_gro|(tcp|udp|inet|ipv6|eth|vxlan)[46]?_?(tunnel_)?(gso|gro))(_.*)?|skb_udp_tunnel_segment"),
    VXLAN("vxlan", "_*(vxlan|udp_tunnel|ip_tunnel|iptunnel|geneve|ipip|gre)_.*"),
    VETH("veth", "_*veth_.*"),
    BRIDGE("bridge", "_*(br|nf_br)_.*"),
    NETFILTER("netfilter", "_*(nf|nft|ipt|ip6t|xt|iptable|ebt|ip_vs|nfnetlink)_.*|.*conntrack.*"),
    TCP("tcp", "_*(tcp|inet_csk|bictcp|cubictcp|bbr)_.*"),
    UDP("udp", "_*(udp|udp4|udp6|udpv6|udplite)_.*"),
    SOCKETS(
            "sockets",
            "_*(sock|sk|sockfd|inet_sendmsg|inet_recvmsg|inet6_sendmsg|inet6_recvmsg|sys_send|sys_recv|datagram)(_.*)?|_*(lock|release)_sock.*"),
    IP("ip", "_*(ip|ip6|ipv4|ipv6|inet|inet6|fib|fib6|arp|neigh|icmp)_.*"),
    DRIVER(
            "driver",
            "_*(virtnet|virtqueue|vring|vp|e1000|igb|ixgbe|i40e|iavf|ice|mlx4|mlx5|mlx5e|bnxt|ena|gve|vmxnet3|netvsc|tap|tun)_.*"),
    DEVICE(
            "queues and backlog",
            "_*(dev|netif|net_rx|net_tx|napi|backlog|qdisc|sch|tbf|fq|pfifo|rps|validate_xmit|netdev|eth_type|tc|tcf|cls|loopback)_.*|process_backlog|enqueue_to_backlog|get_rps_cpu"),
    BUFFERS(
            "buffers",
            "_*(alloc|kmem|slab|skb|free|page_frag|page_pool|folio|rmqueue|mem_cgroup|memcg|try_charge|refill|obj_cgroup|clear_page|get_page|put_page)(_.*)?|_*(kmalloc|kfree|kvfree|consume_skb|build_skb).*"),
    SCHEDULER(
            "scheduler",
            "_*(schedule|sched|try_to_wake|wake|ttwu|pick|enqueue_task|enqueue_entity|dequeue|update_curr|update_load|update_rq|select_task|select_idle|finish_task|context_switch|futex|do_futex|ep|epoll|do_epoll|do_poll|do_select|hrtimer|tick|timer|run_timer|autoremove|prepare_to_wait|finish_wait|switch_mm|woken|default_wake|rcu)(_.*)?"),
    INTERRUPTS(
            "interrupts",
            "_*(irq|handle_softirqs|do_softirq|softirq|asm|sysvec|common_interrupt|run_ksoftirqd|smpboot|handle_irq|handle_edge)([_.].*)?"),
    SYSCALLS(
            "system calls",
            "_*(do_syscall|entry_SYSCALL|x64_sys|arm64_sys|ksys|vfs|syscall|exit_to_user|fdget|fget|sys)(_.*)?"),
    OTHER("other kernel work", ".*");

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // a Pattern does not change
    private final Pattern functions;

    Layer(String word, String functions) {
        this.word = word;
        this.functions = Pattern.compile(functions);
    }

    /** As people read it. */
    public String word() {
        return word;
    }

    /** The layer that a function's name says; empty where it says none. What a compiler put behind the name, as {@code .part.0}, counts for nothing. */
    static Optional<Layer> of(String symbol) {
        int end = symbol.indexOf('.');
        String function = end < 0 ? symbol : symbol.substring(0, end);
        for (Layer layer : values()) {
            if (layer != OTHER && layer.functions.matcher(function).matches()) {
                return Optional.of(layer);
            }
        }
        return Optional.empty();
    }
}
