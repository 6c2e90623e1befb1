import type { Network } from '@readback/core';

/** One row: what an organisation's name tells of the purpose of its networks. */
export interface NameRow {
  kind: Network['kind'];
  /** Phrases that the name holds as whole words, in lower case, each of at most four words. */
  phrases: ReadonlySet<string>;
  /** Shapes of a single word of the name: trade words that firms weld into their own names. */
  shape?: RegExp;
}

/** Most special first: the first row that fits decides. */
export const NAME_ROWS: readonly NameRow[] = [
  // Names that hold a word of a row below and are something else.
  {
    kind: 'access',
    phrases: phrases(`
      google fiber, fortinet telecomunicacoes, the cloud networks limited, ukrnet fastiv region, afrihost, fiberhost,
      cloudwifi, vps broadband
    `),
  },
  {
    kind: 'hosting',
    // The clouds of Google and NAVER, and Yahoo Japan's data centres.
    phrases: phrases('google cloud, naver business platform, idc frontier'),
  },
  {
    // Avast and Avira let people's VPNs out of the networks that their own scanners use, so nothing is claimed of them.
    // St. Cloud is a town.
    kind: 'other',
    phrases: phrases(
      'aruba networks, vps securities, city of st cloud, city of saint cloud, hostetler, avast software, avira',
    ),
  },

  { kind: 'microsoft', phrases: phrases('microsoft') },

  // Who filters mail for companies (open-truth §1b; vendors that sell a mail gateway or a filter for mailboxes).
  {
    kind: 'mail-security',
    phrases: phrases(`
      abnormal security, agari, ahnlab, antispameurope, appriver, avanan, barracuda, bitdefender, cellopoint,
      check point software, clearswift, cloudmark, commtouch, cyren, doctor web, egress software, eleven gmbh, eset, f-secure,
      fireeye, fortinet, g data, greenview data, heimdal, hornetsecurity, ironport, ironscales, kaspersky, libraesva,
      mailchannels, mailguard, mailprotector, mcafee, messagelabs, mimecast, mx logic, mxlogic, n-able, net at work,
      nospamproxy, panda security, perception point, proofpoint, quick heal, retarus, securence, seppmail, seqrite, softnext,
      solarwinds mail, sonicwall, sophos, spamexperts, spamhero, spamina, spamtitan, symantec, tessian, titanhq, totemo,
      trellix, trend micro, trustwave, vade secure, watchguard, webroot, withsecure, zix
    `),
  },

  // Through whose networks people of whole companies browse (open-truth §1b; vendors of secure web gateways).
  {
    kind: 'web-gateway',
    phrases: phrases(`
      aryaka, axis security, blue coat, bluecoat, cato networks, censornet, check point sse, cloudi-fi, contentkeeper,
      dnsfilter, forcepoint, iboss, lightspeed systems, menlo security, netskope, open systems ag, opendns, palo alto
      networks, perimeter 81, sangfor, scansafe, securly, skyhigh security, smoothwall, versa networks, wandera, websense,
      webtitan, zscaler
    `),
  },

  // Mail services that fetch the pictures of their users' mails (open-truth §1a).
  {
    kind: 'image-proxy',
    phrases: phrases(`
      37signals, aol, basecamp llc, fastmail, naver, oath holdings, proton mail, rambler internet, seznam.cz, ukrnet, yahoo,
      yahoo-inc, yahoo-uk
    `),
  },

  { kind: 'google', phrases: phrases('google') },

  // Who rents out computers, carries content or runs nothing but its own services, by name.
  {
    kind: 'hosting',
    phrases: phrases(`
      1&1 ionos, 31173 services, accelerated it services, aceville, aeza, akamai, alibaba, alicloud, aliyun, amazon, aptum,
      aruba s.p.a, arubacloud, arvan, atlantic.net, automattic, aws, b2 net solutions, baidu, bandwagon, beget, bluehost,
      bunnyway, buyvm, bytedance, byteplus, cachefly, cdnetworks, choopa, clouvider, codero, cologix, colocrossing, coloclue,
      combell, contabo, content delivery network, coresite, cyrusone, cyso, datacamp, databank, datapipe, ddos-guard, digital
      realty, digitalocean, dingfeng xinhui, dogado, domainfactory, dreamhost, dropbox, edgecast, edgio, eonix, equinix,
      evocative, exoscale, expedient, f5 networks, facebook, firstcolo, fastly, flexential, fly.io, frantech, g-core, gandi,
      gcore, github, glesys, global layer, globaltelehost, gmo internet, godaddy, gridscale, gthost, heroku, hetzner,
      hivelocity, hopone, huawei international, hydra communications, i3d.net, ibm cloud, imperva, inap, incapsula,
      infomaniak, input output flood, interkvm, intermedia.net, internap, ionos, ip volume, it7 networks, jingdong, kagoya,
      kakao, kamatera, keyweb, kingsoft, krypt technologies, latitude.sh, leaseweb, lightedge, limelight, limestone networks,
      linkedin, linode, liquid web, loopia, m247, mailgun, manitu, medianova, melbikomas, memset, meteverse, mittwald,
      multacom, mxroute, myloc, namecheap, neue medien muennich, netcup, netease, netlify, new dream network, nexcess,
      nexeon, nforce, nobis, nocix, node4, novoserve, ntirety, ntt smartconnect, online s.a.s, oracle, ovh, ovhcloud, packet
      host, packethub, pair networks, peg tech, performive, phoenixnap, power line hk, privatesystems, profitbricks, psychz,
      qiniu, quadranet, quantil, quickpacket, rackspace, reg.ru, reliablesite, sakura internet, salesforce, scaleway,
      selectel, sendgrid, servicenow, sharktech, shopify, singlehop, snel.com, softlayer, squarespace, stackpath, steadfast
      networks, strato ag, sucuri, taobao, tefincom, telegram messenger, tencent, teraswitch, the constant company,
      tierpoint, tilaa, timeweb, transip, tucows, twilio, twitter, tzulo, ucloud, ukfast, unified layer, united-domains,
      upcloud, vautron, velia.net, vercel, volcano engine, voxility, vultr, webair, webnx, wiit ag, wholesale internet,
      wix.com, worldstream, wowrack, xserver, xtom, zenlayer, zoho
    `),
  },

  // What the trade calls itself.
  {
    kind: 'hosting',
    phrases: phrases(`
      bare metal, cdn, cloud base, colo, colocation, data center, data centers, data centre, data centres, datacenter,
      datacenters, datacentre, datacentres, dedicated server, dedicated servers, dedicated.com, hosting, hostings, idc,
      servers, vds, vps, web host, webhosting
    `),
    shape:
      /^(host(?!el|al|ess|ile)[a-z0-9]+|vps[a-z0-9]+|server[a-z0-9]+|datacent(er|re)[a-z0-9]*)$|(hosting|hoster|[^g]host|(?<!ob|con|re)servers?|vps|idc|cdn)$/,
  },

  // Who brings people into the internet: operators by name, then what they call themselves, and where people study.
  {
    kind: 'access',
    phrases: phrases(`
      airtel, at&t, beeline, bouygues telecom, bsnl, bharat sanchar, biglobe, bt italia, bt americas, bt limited,
      centurylink, charter, chinanet, china mobile, china unicom, claro, comcast, cox communications, fastweb, free mobile,
      free pro sas, free sas, frontier communications, globe telecom, init7, jio, kddi, kpn, lg dacom, liberty global,
      magyar, maxis, megafon, mts pjsc, mts ojsc, ntt, optus, orange, pldt, proximus, rostelecom, sfr, singtel, sky cable,
      sky italia, sky uk, softbank, space exploration, starhub, starlink, sunrise gmbh, swisscom, t-mobile, tele2, telenet,
      telenor, telia, telkom, telstra, tim s/a, turk telekom, verizon, v tal, virgin media, vivo, vodacom, vodafone, wind
      tre, windstream, ziggo, broadband, cable, cablevision, communications, fiber, fibra, fibre, fttx, isp, mobile, movil,
      móvil, provedor, provedora, residential, satellite, servicos, telecable, telecom, telecommunication, telecomunicacion,
      telecommunications, telecoms, telecomunicacoes, telecomunicaciones, telefonica, telefonos, telekom, telephone, télécom,
      wi-fi, wifi, wireless, wisp, college, school, universidad, universitat, university, universität
    `),
  },

  // Words that both trades use: they count where nothing stronger was said.
  { kind: 'hosting', phrases: phrases('cloud, clouds, host, server'), shape: /^cloud[a-z0-9]+$|[a-z0-9]cloud$/ },
  { kind: 'access', phrases: phrases('communication, internet, net, network, networks') },
];

/** Phrases written with commas between them; one may go on in the next line. */
function phrases(text: string): ReadonlySet<string> {
  return new Set(
    text
      .split(',')
      .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
      .filter((phrase) => phrase !== ''),
  );
}
