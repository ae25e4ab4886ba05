// The models of EngineBenchmark as bare loops on a heap, with the same draws, statistics and integer time.
// g++ -O2 -std=c++17 engine.cpp -o engine; usage as EngineBenchmark. -DARITY=2 makes the heap binary.
#include <sys/resource.h>
#include <time.h>

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#ifndef ARITY
#define ARITY 4
#endif

using u64 = uint64_t;
using i64 = int64_t;
using u32 = uint32_t;

static u64 fnv1a(const char* s) {
  u64 h = 0xcbf29ce484222325u;
  for (; *s; ++s) h = (h ^ (unsigned char)*s) * 0x100000001b3u;
  return h;
}

// Philox4x64-10, key (seed, purpose), counter (block, entity, replication, group).
struct Stream {
  u64 counter[4], key[2], buffer[4];
  int drawn = 4;
  void seat(u64 seed, u64 purpose, u64 replication, u64 entity) {
    key[0] = seed, key[1] = purpose;
    counter[0] = 0, counter[1] = entity, counter[2] = replication, counter[3] = 0;
    drawn = 4;
  }
  __attribute__((noinline)) void refill() {
    u64 x0 = counter[0], x1 = counter[1], x2 = counter[2], x3 = counter[3], k0 = key[0], k1 = key[1];
    for (int i = 0; i < 10; ++i) {
      unsigned __int128 a = (unsigned __int128)0xD2E7470EE14C6C93u * x0;
      unsigned __int128 b = (unsigned __int128)0xCA5A826395121157u * x2;
      u64 y0 = (u64)(b >> 64) ^ x1 ^ k0, y2 = (u64)(a >> 64) ^ x3 ^ k1;
      x0 = y0, x1 = (u64)b, x2 = y2, x3 = (u64)a;
      k0 += 0x9E3779B97F4A7C15u, k1 += 0xBB67AE8584CAA73Bu;
    }
    buffer[0] = x0, buffer[1] = x1, buffer[2] = x2, buffer[3] = x3;
    ++counter[0];
    drawn = 0;
  }
  double exponential() {
    if (drawn == 4) refill();
    double u = (double)(i64)(buffer[drawn++] >> 12) * 0x1p-52 + 0x1p-53;
    return -std::log(1 - u);
  }
};

// std::round without the call.
static i64 microseconds(double seconds) {
  double x = seconds * 1e6;
  return (i64)(x + std::copysign(0x1.fffffffffffffp-2, x));
}

// 16 bytes: time, then sequence; what happens rides along.
struct Event {
  i64 time;
  u32 sequence;
  u32 kind : 2, token : 30;
  bool operator<(const Event& b) const {
    return time < b.time || (time == b.time && (i64)(i64(sequence) - i64(b.sequence)) < 0);
  }
};

struct Heap {
  std::vector<Event> a;
  u32 sequence = 0;
  void push(i64 time, u32 kind, u32 token) {
    Event e{time, sequence++, kind, token};
    size_t i = a.size();
    a.push_back(e);
    while (i > 0) {
      size_t p = (i - 1) / ARITY;
      if (!(e < a[p])) break;
      a[i] = a[p];
      i = p;
    }
    a[i] = e;
  }
  Event pop() {
    Event first = a[0], e = a.back();
    a.pop_back();
    size_t n = a.size(), i = 0;
    if (n == 0) return first;
    for (;;) {
      size_t c = ARITY * i + 1;
      if (c >= n) break;
      size_t m = c, end = c + ARITY < n ? c + ARITY : n;
      for (size_t j = c + 1; j < end; ++j)
        if (a[j] < a[m]) m = j;
      if (!(a[m] < e)) break;
      a[i] = a[m];
      i = m;
    }
    a[i] = e;
    return first;
  }
};

struct Tally {
  i64 n = 0;
  double sum = 0, least = INFINITY, greatest = -INFINITY, center = 0, squares = 0;
  void add(double x) {
    ++n;
    sum += x;
    double d = x - center;
    center += d / (double)n;
    squares += d * (x - center);
    least = x < least ? x : least;
    greatest = x > greatest ? x : greatest;
  }
};

struct Level {
  i64 level = 0, last = 0, area = 0, greatest = 0;
  void add(i64 d, i64 t) {
    area += level * (t - last);
    last = t;
    level += d;
    if (level > greatest) greatest = level;
  }
};

struct Station {
  struct Entry { i64 since; u32 token; };
  int servers;
  Level busy, queue;
  Tally waits;
  std::vector<Entry> ring = std::vector<Entry>(1024);
  size_t head = 0, count = 0;
  explicit Station(int c) : servers(c) {}
  bool arrive(u32 token, i64 t) {
    if (busy.level < servers) {
      busy.add(1, t);
      waits.add(0);
      return true;
    }
    if (count == ring.size()) {
      std::vector<Entry> grown(2 * count);
      for (size_t i = 0; i < count; ++i) grown[i] = ring[(head + i) % count];
      ring.swap(grown);
      head = 0;
    }
    ring[(head + count++) & (ring.size() - 1)] = {t, token};
    queue.add(1, t);
    return false;
  }
  i64 complete(i64 t) {
    if (count == 0) {
      busy.add(-1, t);
      return -1;
    }
    Entry e = ring[head];
    head = (head + 1) & (ring.size() - 1);
    --count;
    queue.add(-1, t);
    waits.add((double)(t - e.since) * 1e-6);
    return e.token;
  }
};

static double cpu() {
  timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec + t.tv_nsec * 1e-9;
}

static void report(const std::string& model, i64 units, double seconds, double check) {
  rusage r;
  getrusage(RUSAGE_SELF, &r);
  printf("{\"model\": \"%s\", \"units\": %ld, \"seconds\": %.9g, \"ns\": %.9g, \"check\": %.17g, \"peak_kb\": %ld}\n",
         model.c_str(), (long)units, seconds, seconds / units * 1e9, check, r.ru_maxrss);
}

static const u64 seed = 20260101;

static void mm1(u32 n) {
  u64 purpose = fnv1a("service");
  double start = cpu();
  Heap heap;
  Station desk(1);
  Stream gaps, draw;
  gaps.seat(seed, fnv1a("arrivals"), 0, 0);
  u32 customer = 0;
  heap.push(microseconds(gaps.exponential() / 0.9), 0, 0);
  while (!heap.a.empty()) {
    Event e = heap.pop();
    i64 starts = -1;
    if (e.kind == 0) {
      ++customer;
      if (customer < n) heap.push(e.time + microseconds(gaps.exponential() / 0.9), 0, 0);
      if (desk.arrive(customer, e.time)) starts = customer;
    } else {
      starts = desk.complete(e.time);
    }
    if (starts >= 0) {
      draw.seat(seed, purpose, 0, starts);
      heap.push(e.time + microseconds(draw.exponential()), 1, (u32)starts);
    }
  }
  if (desk.waits.n != n || desk.busy.area <= 0 || desk.queue.area <= 0) abort();
  report("mm1", n, cpu() - start, desk.waits.sum / desk.waits.n);
}

static void tandem(u32 n) {
  u64 purpose[4] = {0, fnv1a("service.pick"), fnv1a("service.pack"), fnv1a("service.ship")};
  double mean[4] = {0, 6.4, 3.2, 1.6};
  double start = cpu();
  Heap heap;
  Station stations[4] = {Station(0), Station(8), Station(4), Station(2)};
  Stream gaps, draw;
  gaps.seat(seed, fnv1a("arrivals"), 0, 0);
  struct Order { u32 number; i64 placed; };
  std::vector<Order> orders;
  std::vector<u32> free;
  Tally sojourn;
  u32 number = 0;
  auto begin = [&](i64 now, u32 k, u32 token) {
    draw.seat(seed, purpose[k], 0, orders[token].number);
    heap.push(now + microseconds(draw.exponential() * mean[k]), k, token);
  };
  heap.push(microseconds(gaps.exponential()), 0, 0);
  while (!heap.a.empty()) {
    Event e = heap.pop();
    u32 token = e.token;
    if (e.kind == 0) {
      ++number;
      if (number < n) heap.push(e.time + microseconds(gaps.exponential()), 0, 0);
      if (free.empty()) {
        token = (u32)orders.size();
        orders.push_back({number, e.time});
      } else {
        token = free.back();
        free.pop_back();
        orders[token] = {number, e.time};
      }
    } else {
      i64 next = stations[e.kind].complete(e.time);
      if (next >= 0) begin(e.time, e.kind, (u32)next);
    }
    if (e.kind == 3) {
      sojourn.add((double)(e.time - orders[token].placed) * 1e-6);
      free.push_back(token);
    } else if (stations[e.kind + 1].arrive(token, e.time)) {
      begin(e.time, e.kind + 1, token);
    }
  }
  if (sojourn.n != n) abort();
  report("tandem", n, cpu() - start, sojourn.sum / sojourn.n);
}

static void hold(u32 pending, i64 n) {
  Heap heap;
  Stream stream;
  stream.seat(seed, fnv1a("hold"), 0, 0);
  i64 now = 0;
  for (u32 i = 0; i < pending; ++i) heap.push(microseconds(stream.exponential()), 0, i);
  auto run = [&](i64 k) {
    for (i64 i = 0; i < k; ++i) {
      Event e = heap.pop();
      now = e.time;
      heap.push(now + microseconds(stream.exponential()), 0, e.token);
    }
  };
  run(3 * (i64)pending);
  double start = cpu();
  run(n);
  report("hold" + std::to_string(pending), n, cpu() - start, (double)now);
}

int main(int argc, char** argv) {
  std::string model = argc > 1 ? argv[1] : "";
  if (model == "mm1" && argc == 3) mm1((u32)atol(argv[2]));
  else if (model == "tandem" && argc == 3) tandem((u32)atol(argv[2]));
  else if (model == "hold" && argc == 4) hold((u32)atol(argv[2]), atol(argv[3]));
  else return fprintf(stderr, "usage: engine mm1 CUSTOMERS | tandem ORDERS | hold PENDING HOLDS\n"), 2;
}
