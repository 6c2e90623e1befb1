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
      1&1 ionos, 20i limited, 31173 services, 34sp.com, accelerated it services, acens, aceville, active 24, aeza,
      akamai, alibaba, alicloud, aliyun, alter way, amazon, aptum, arsys internet, aruba s.p.a, arubacloud, arvan,
      atlantic.net, atman sp, automattic, aws, b2 net solutions, baidu, bandwagon, beget, beyond.pl, binero, biznet
      gio, bluehost, bunny technology, bunnyway, buyvm, bytedance, byteplus, cachefly, cdnetworks, choopa, clouvider,
      codero, coloclue, colocrossing, cologix, combell, contabo, content delivery network, coreix, coresite, ctrls,
      cyber_folks, cyon, cyrusone, cyso, databank, datacamp, datapipe, dattatec.com, ddos-guard, dedipath, digital
      realty, digitalocean, dingfeng xinhui, dogado, domainfactory, dreamhost, dropbox, e2e networks, edgecast, edgio,
      eonix, equinix, esds software, evocative, exabytes, exoscale, expedient, f5 networks, facebook, fastly,
      firstcolo, flexential, fly.io, frantech, g-core, gabia, gandi, gcore, ghostnet, github, glesys, global layer,
      globaltelehost, gmo internet, gmo-z.com, godaddy, gridscale, gthost, heart internet, heroku, hetzner,
      hivelocity, home.pl, hopone, huawei international, hydra communications, i3d.net, ibm cloud, ikoula, imperva,
      inap, incapsula, infomaniak, input output flood, interkvm, intermedia.net, internap, ionos, ip volume, it7
      networks, jingdong, kagoya, kakao, kamatera, kddi web communications, keyweb, kingsoft, kinx, krypt
      technologies, latitude.sh, leaseweb, lightedge, limelight, limestone networks, link11, linkedin, linode, liquid
      web, locaweb, loopia, m247, mailchimp, mailgun, mailjet, manitu, medianova, melbikomas, memset, messagebird,
      metanet ag, meteverse, mittwald, multacom, mxroute, myloc, namecheap, nazwa.pl, netcup, netease, netlify,
      netrouting, neue medien muennich, new dream network, newfold digital, nexcess, nexeon, nforce, nhn techorus,
      nine internet solutions, nobis, nocix, node4, noris network, novoserve, ntirety, ntt smartconnect, o2switch,
      one.com, online s.a.s, oracle, outscale, ovh, ovhcloud, packet host, packetfabric, packethub, pair networks,
      pantheon, peg tech, performive, phcolo, phoenixnap, power line hk, privatesystems, profitbricks, psychz, qiniu,
      quadranet, quantil, quickpacket, rackforest, rackspace, raiola networks, reg.ru, reliablesite, rumahweb, sakura
      internet, salesforce, scaleway, seeweb, selectel, sendgrid, sendinblue, servetheworld, servicenow, sharktech,
      shinjiru, shopify, singlehop, smileserv, snel.com, softlayer, sparkpost, squarespace, stackpath, steadfast
      networks, strato ag, sucuri, taobao, tefincom, telegram messenger, tencent, teraswitch, the constant company,
      tierpoint, tilaa, timeweb, transip, tucows, twilio, twitter, tzulo, ucloud, ukfast, unified layer,
      united-domains, upcloud, vautron, velia.net, vercel, volcano engine, voxility, vultr, vultris, web werks,
      webair, webhuset, webnx, websupport, wedos internet, wholesale internet, wiit ag, wix.com, worldstream, wowrack,
      xneelo, xserver, xtom, zenlayer, zoho
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
      a1 bulgaria, a1 hrvatska, a1 makedonija, a1 slovenija, aapt, advanced info service, airtel, alestra, allstream,
      altibox, altice, armstrong, at&t, axtel, bahnhof, beeline, bell canada, bezeq, bharat sanchar, biglobe, bouygues
      telecom, bredband2, breezeline, brightspeed, bsnl, bt americas, bt italia, bt limited, cantv, celcom, cell c,
      centurylink, charter, china mobile, china unicom, chinanet, cityfibre, claro, cogeco, comcast, comcel, cox
      communications, digi romania, digi spain, digi tavkozlesi, dna oyj, eastlink, eircom, elisa eesti, elisa oyj,
      entel, eolo s.p.a, etb, etihad etisalat, etisalat, euskaltel, ewe tel, fastweb, fibia, free mobile, free pro
      sas, free sas, frontier communications, globalconnect, globe telecom, hi3g, hkbn, hutchison, iinet, indosat,
      init7, itissalat, jcom, jio, kcell, kddi, kpn, kyivstar, lg dacom, lg powercomm, lgtelecom, liberty global,
      lifecell, linkdotnet, lyse tele, m-net, m1 limited, magyar, maxis, meditelecom, megafon, metronet, mtn, mts
      ojsc, mts pjsc, multimedia polska, netcologne, netia, nextgentel, norlys, nos comunicacoes, ntt, nuevatel, o2
      czech, odido, one hungary, one new zealand, ooredoo, optage, optus, orange, p4 sp, pccw, pldt, plusnet,
      polkomtel, proximus, quickline, rcn, rostelecom, safaricom, serbia broadband, sfr, shinbiro, silknet, singnet,
      singtel, sky cable, sky italia, sky uk, softbank, sonatel, space exploration, spark new zealand, starhub,
      starlink, sunrise gmbh, superonline, swisscom, t-mobile, tdc holding, te-as, teksavvy, tele2, telecentro,
      telenet, telenor, telia, telkom, telkomsel, telmex, telstra, tim s/a, tiscali, tm technology, tot public, tpg,
      true internet, turk telekom, turkcell, turksat, uninet s.a, unitel, v tal, vectra, verizon, versatel, viasat,
      videotron, viettel, vimpelcom, virgin media, vivacom, vivo, vnpt, vocus, vodacom, vodafone, voo, vtr, wana
      corporate, webpass, wideopenwest, wilhelm.tel, wind tre, windstream, xplore, yettel, yoigo, zain, ziggo,
      broadband, cable, cablevision, communications, fiber, fibra, fibre, fttx, isp, mobile, movil, móvil, provedor,
      provedora, residential, satellite, servicos, telecable, telecom, telecommunication, telecomunicacion,
      telecommunications, telecoms, telecomunicacoes, telecomunicaciones, telefonica, telefonos, telekom, telephone,
      télécom, wi-fi, wifi, wireless, wisp, college, school, universidad, universitat, university, universität
    `),
    shape: /tele[ck]om|telefon|broadband|breitband|bredband|cabletv|kabel|informsvyaz/,
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
